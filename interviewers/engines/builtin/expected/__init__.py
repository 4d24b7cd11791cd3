"""What is expected of an answer, and how much of it an answer covers.

Scoring points with their wordings (`reach`, `points`, `likelihood`), what is told of oneself and in other words
(`oneself`, `beyond`), references (`shares`, `matching`), lists of names (`naming`), caps (`bounds`), and the curve
from coverage (0-1) to a score (0-100, `calibration`).
"""
