"""What a follow-up asks for, and an answer has told beside something else, is known as told."""

from __future__ import annotations

from interviewers.engines.builtin.stories.told import told

HARDLY_ASKED = {
    "How do you know how much of it is down to you?": "I looked at billing, which the app doesn't touch, and there it rose as well.",
    "Which isolation level did your project actually run on, and why not the strictest?": "For us, on the locker booking, I kept read committed.",
    "How long was it between your knowing and their knowing, and why?": "We rang within two days of getting the list.",
    "What is the cheapest way to learn whether it works?": "Then I'd take one dashboard and build it in two weeks.",
    "Did the people around you know how things stood?": "What helped was writing everything down in the channel.",
    "How were the things they could not agree on decided?": "We ran both versions side by side.",
    "How did the date turn out in the end: by how much was it missed, if at all, and who was affected?": "We handed the keys back on the 29th.",
}


def test_what_was_told_in_passing_need_not_be_asked_for() -> None:
    for probe, said in HARDLY_ASKED.items():
        assert told(said, probe) == said.rstrip("."), probe
        assert told("I went home and had some soup.", probe) == "", probe
