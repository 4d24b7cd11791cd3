"""Fictitious English résumés. Nobody and no company in them exists."""

from __future__ import annotations

from resume_shapes import Entry, Person, Section

__all__ = ["PEOPLE"]

EN_BACKEND = Person(
    key="en-backend",
    language="en",
    name="Maren Oakfield",
    wish="Senior Backend Engineer",
    contacts=(
        ("Email", "maren.oakfield@example.com"),
        ("Phone", "+1 (555) 010-4477"),
        ("Location", "Port Ellery, Northland"),
        ("GitHub", "github.com/example-maren"),
    ),
    sections=(
        Section(
            "Summary",
            (),
            (
                (
                    "Backend engineer with nine years of experience in payments and logistics. Focused on efficient,"
                    " fault-tolerant services, workflow automation and first-class developer experience."
                ),
            ),
        ),
        Section(
            "Experience",
            (
                Entry(
                    "Fjordlight Payments, Inc.",
                    "Senior Software Engineer",
                    "Mar 2019 – Present",
                    (
                        (
                            "Designed an event-driven ledger in Go and PostgreSQL that settles 4.5 million transactions a day with"
                            " exactly-once semantics and a five-minute recovery objective."
                        ),
                        "Cut infrastructure costs by 38% ($1.2M a year) by moving batch jobs to spot instances on Kubernetes.",
                        "Mentored six engineers; introduced architecture decision records and a blameless post-mortem process.",
                    ),
                ),
                Entry(
                    "Brambleworks Logistics",
                    "Software Engineer",
                    "Jul 2015 – Feb 2019",
                    (
                        "Rewrote the route-planning API in Python (Django, Celery), reducing the 95th percentile latency from 2.1 s to 180 ms.",
                        "Built the offline sync protocol for 3,000 handheld scanners; conflict rate fell below 0.02%.",
                    ),
                ),
            ),
        ),
        Section(
            "Projects",
            (
                Entry(
                    "Ledger Reconciliation Engine",
                    "Lead developer",
                    "2021 – 2022",
                    (
                        "Streaming reconciliation of bank statements with Kafka and Flink; unmatched items dropped by 92%.",
                    ),
                ),
                Entry(
                    "Parcel Tracking Platform",
                    "Backend developer",
                    "2017 – 2018",
                    ("Public tracking pages and webhooks for 240 carriers, served from Redis.",),
                ),
            ),
        ),
        Section(
            "Skills",
            (),
            (
                "Languages: Go, Python, TypeScript, SQL, C++",
                "Data: PostgreSQL, Redis, Kafka, Flink, Elasticsearch",
                "Platform: Kubernetes, Docker, Terraform, AWS, GitHub Actions",
            ),
            side=True,
        ),
        Section(
            "Education",
            (Entry("Northland Institute of Technology", "B.Sc. Computer Science", "2011 – 2015"),),
            (),
            side=True,
        ),
        Section(
            "Languages",
            (),
            ("English (native), Français (fluent), Español (básico)",),
            side=True,
        ),
    ),
    projects=("Ledger Reconciliation Engine", "Parcel Tracking Platform"),
    skills=("Go", "Python", "PostgreSQL", "Redis", "Kafka", "Kubernetes", "Docker"),
)

EN_DATA = Person(
    key="en-data",
    language="en",
    name="Zoë Marchetti-Lund",
    wish="Data Scientist & Machine Learning Engineer",
    contacts=(
        ("E-mail", "zoe.ml@example.org"),
        ("Mobile", "+44 20 7946 0000"),
        ("LinkedIn", "linkedin.com/in/example-zoe"),
    ),
    sections=(
        Section(
            "Profile",
            (),
            (
                (
                    "Data scientist who turns messy, high-volume data into products people trust. Confident in"
                    " experiment design, causal inference and the unglamorous work of keeping models healthy in production."
                ),
            ),
        ),
        Section(
            "Professional Experience",
            (
                Entry(
                    "Harebell Health Analytics",
                    "Senior Data Scientist",
                    "01/2020 – present",
                    (
                        "Developed a readmission-risk classifier (AUC 0.87) in PyTorch and scikit-learn, now used in 14 hospitals.",
                        "Automated feature pipelines with Airflow and Spark; refresh time went from 26 hours to 95 minutes.",
                        "Ran 40+ A/B tests; findings influenced roadmap decisions worth €3.4 million.",
                    ),
                ),
                Entry(
                    "Copperleaf Retail Group plc",
                    "Data Analyst",
                    "09/2016 – 12/2019",
                    (
                        "Built demand-forecasting models in R that lowered stock-outs by 17% and waste by 9%.",
                        "Maintained 60 Tableau dashboards; replaced spreadsheets with version-controlled SQL.",
                    ),
                ),
            ),
        ),
        Section(
            "Selected Projects",
            (
                Entry(
                    "Clinical Notes Search Engine",
                    "",
                    "2022",
                    (
                        "Semantic search over 11 million de-identified notes with sentence transformers and FAISS.",
                    ),
                ),
                Entry(
                    "Shelf Gap Detection System",
                    "",
                    "2018",
                    (
                        "Computer vision on fixed cameras to find empty shelves; precision of 93% in the pilot stores.",
                    ),
                ),
            ),
        ),
        Section(
            "Technical Skills",
            (),
            (
                "Python, R, SQL, PyTorch, scikit-learn, pandas, Spark, Airflow",
                "AWS, Docker, Git, Tableau, MLflow, PostgreSQL",
            ),
            side=True,
        ),
        Section(
            "Education",
            (
                Entry(
                    "University of Saltmarsh",
                    "M.Sc. Statistics (Distinction)",
                    "2015 – 2016",
                ),
                Entry("University of Saltmarsh", "B.Sc. Mathematics", "2012 – 2015"),
            ),
            (),
            side=True,
        ),
    ),
    projects=("Clinical Notes Search Engine", "Shelf Gap Detection System"),
    skills=("Python", "R", "SQL", "PyTorch", "scikit-learn", "Spark", "Airflow", "Docker"),
)

PEOPLE = (EN_BACKEND, EN_DATA)
