"""Fictitious answers to behavioural questions in everyday English, sorted by what they are worth.

None repeats the words of the bank's scoring points on purpose. The second half of each list was
written after the assessor had been made to read the first.
"""

from __future__ import annotations

__all__ = ["EMPTY_TALK", "GOOD", "MIDDLING"]

Answers = tuple[tuple[str, str], ...]

GOOD: Answers = (
    (
        "behavioral-mediating",
        (
            "Two of our developers had stopped talking. One merged at night, the other found his branch "
            "broken every morning, and by spring we were losing about a day a week to it. I had coffee "
            "with each of them alone and just listened. It turned out that both were afraid of being "
            "blamed for the same outage. I brought them into one room, put the list of the last ten "
            "broken builds on the table, and we went through who had touched what. They settled on "
            "merging before four in the afternoon and on a check that runs first. Broken mornings went "
            "from five a month to none, and in the summer the two of them gave a talk together."
        ),
    ),
    (
        "behavioral-explaining",
        (
            "The people in our warehouse wanted to know why the stock figure on the screen was sometimes "
            "a few minutes old. I did not say a word about caches. I told them to think of the chalk "
            "board by the door: somebody copies the numbers from the book every ten minutes, because if "
            "everyone ran to the book nobody could work. One of them asked what happens when the board is "
            "wrong, so I showed how we wipe it whenever a big truck comes in. After that the weekly calls "
            "about wrong numbers went down from a dozen to one or two."
        ),
    ),
    (
        "behavioral-achievement",
        (
            "When I joined the clinic's office, patients waited on the phone for around twenty minutes "
            "because every appointment was looked up in a paper book. I took that home for three weekends "
            "and typed up a small calendar the nurses could search. At first nobody touched it, since it "
            "was slower for them than flipping pages, so I sat beside two of them for a morning and cut "
            "the screens down to one. Now a caller waits about two minutes, and the dentist next door "
            "asked for a copy."
        ),
    ),
    (
        "behavioral-failure",
        (
            "I ran our move to the new mail provider and had said it would be done before Christmas. We "
            "got forty out of two hundred mailboxes over. I had never asked how large the boxes were, I "
            "simply took the average of my own team. When the copying crawled, I spent two weeks tuning "
            "it rather than calling it off. In January I stopped, counted every box, and moved the big "
            "ones over weekends; it was finished in March, ten weeks late. Since then I count before I "
            "promise, and I show my numbers to someone who wants me to be wrong."
        ),
    ),
    (
        "behavioral-ownership",
        (
            "Every month five or six invoices went out twice. Sales said it was accounting, accounting "
            "said it was the software, and so it stayed for a year. I got annoyed when a client showed me "
            "three copies of one bill, and said I would look. I sat with both departments for a day each, "
            "and followed a single invoice from order to envelope. The same button was pressed in two "
            "rooms. I had one of them removed and wrote a half-page note on who presses what. We have had "
            "none since last May, and the note hangs on the wall without me."
        ),
    ),
    (
        "behavioral-conflict-peer",
        (
            "A designer in my group and I could not settle how the sign-up page should look. She wanted "
            "six fields, I was for two. Rather than going on in the hallway, I asked what she would lose "
            "with two. She said support would phone people in the dark. So we left the phone number in "
            "and dropped the rest, and showed both pages to thirty visitors on a Saturday. Hers lost "
            "eleven of fifteen, the mixed one three of fifteen. She put it live herself on Monday and we "
            "share a desk to this day."
        ),
    ),
    (
        "behavioral-missed-deadline",
        (
            "We owed a museum forty audio tracks by the opening, and in the last week of August I counted "
            "nineteen. I rang the curator that afternoon instead of waiting for our Monday call, and "
            "asked which rooms people walk into first. We recorded those eleven properly and I read the "
            "rest myself as a stopgap. She opened on the day with everything playing, and within three "
            "weeks I had swapped out the last of my own recordings. Now I count finished tracks every "
            "Friday, not started ones."
        ),
    ),
    (
        "behavioral-angry-customer",
        (
            "A landlord stood at my counter because our parcels had gone to the wrong flat four times. He "
            "was loud enough for the whole shop. I put my pen down, let him get it all out, and wrote the "
            "four dates on paper so that he saw I had them. I told him I would ring by noon, and at half "
            "past eleven I did: the label printer cut off the flat number. I printed his by hand for a "
            "month until we had the new rolls. Not one went astray again, and he sends his tenants to us."
        ),
    ),
    (
        "behavioral-quick-learning",
        (
            "On a Tuesday I heard that I would run the payroll from the first of the month, because our "
            "bookkeeper had broken her leg. I had never seen the program. I took last month's real run, "
            "hid the results, and tried to get the same numbers myself, evening after evening. By the "
            "fourth try I was two pounds out, and I phoned her once, for ten minutes, with a list of "
            "three questions. Eighty-six people were paid on the right day, with one wrong bonus that I "
            "put right the same morning."
        ),
    ),
    (
        "behavioral-priorities",
        (
            "It was a Wednesday: the lift was stuck with somebody in it, the fire inspector was in the "
            "lobby, and our biggest tenant had no water. I asked myself which of these gets worse by the "
            "minute. So I stayed on the phone with the lift firm, sent my colleague round with the "
            "inspector, and told the tenant honestly that I would not be up before three. The man was out "
            "after twenty-five minutes, the inspection passed, and at ten to three the water ran. The "
            "newsletter I had planned for that day went out a week later."
        ),
    ),
    (
        "behavioral-hard-feedback",
        (
            "My team leader once said after a presentation that nobody had followed me and that half of "
            "them had been on their phones. I wanted to argue, but I asked her at which slide she had got "
            "lost. It was the second. I threw out thirty of my forty slides, practised on two people from "
            "the canteen, and asked her to sit at the back again in April. This time there were nine "
            "questions, and she asked for my slides to show to others. I still begin by writing down the "
            "one sentence that should stick."
        ),
    ),
    (
        "behavioral-cross-team",
        (
            "Our shop could not open online without photos, and the studio kept saying next week. After "
            "the third next week I walked over with cakes. They had two hundred shoes from another client "
            "on the floor and one camera. I offered to send somebody for the unpacking and to take only "
            "the front view. I also asked a student to shoot ten pairs at our place, in case it all went "
            "wrong. We had the front views for a hundred and twenty pairs in four days and opened nine "
            "days late instead of a month, and we have sent them our list every quarter since."
        ),
    ),
    (
        "behavioral-changed-mind",
        (
            "For ten years I told everyone that phone interviews were a waste of time. Then a trainee put "
            "the last sixty hires on one sheet: those we had phoned first stayed twice as long. I thought "
            "she had made a slip and added it up again myself, three times. She had not. I said so in the "
            "next meeting and started to phone every applicant for fifteen minutes. The following year "
            "only two of twenty-one left early, down from eight, and I now ask what would prove me wrong."
        ),
    ),
)

MIDDLING: Answers = (
    (
        "behavioral-conflict-peer",
        (
            "A colleague and I had different opinions about which tool to buy. We talked about it a few "
            "times and it was a bit tense. In the end our boss picked one and it was fine."
        ),
    ),
    (
        "behavioral-achievement",
        (
            "Last year we moved the office to a new building. I helped with the boxes and made the list "
            "of who sits where. It went quite well and people were happy."
        ),
    ),
    (
        "behavioral-failure",
        (
            "I was in charge of a newsletter that nobody read. I tried other headlines but it did not get "
            "better, so we stopped it."
        ),
    ),
    (
        "behavioral-missed-deadline",
        (
            "We had a report due on Friday and I noticed on Thursday that I would not finish. I told my "
            "boss and got the weekend. I handed it in on Monday."
        ),
    ),
    (
        "behavioral-explaining",
        (
            "I explained our budget tool to a new colleague from another department. I used simple words "
            "and showed her the screen, and she could use it after that."
        ),
    ),
    (
        "behavioral-ownership",
        (
            "The test server was always down and nobody cared. I restarted it every morning and then I "
            "wrote to the admins about it. It was a bit better after that."
        ),
    ),
    (
        "behavioral-angry-customer",
        (
            "A customer was angry because his order was late. I apologised and gave him a voucher. He was "
            "still not really happy but he left."
        ),
    ),
    (
        "behavioral-quick-learning",
        (
            "I once had to learn a new spreadsheet program for work. I watched some videos and asked "
            "around. After a while I could do most of what I needed."
        ),
    ),
    (
        "behavioral-priorities",
        (
            "Last month I had three things to do at the same time. I made a list and did the most "
            "important one first, then the others. It was stressful but I managed."
        ),
    ),
    (
        "behavioral-hard-feedback",
        (
            "My boss told me that I was too quiet in meetings. I did not like it, but I tried to say more "
            "after that."
        ),
    ),
    (
        "behavioral-bad-news",
        (
            "We had to tell a client that the project would be late. We wrote an email and then had a "
            "call. They were not happy but accepted it."
        ),
    ),
)

EMPTY_TALK: Answers = (
    (
        "behavioral-conflict-peer",
        (
            "I am a team player and I always communicate. Conflicts are normal, and I believe that "
            "talking openly solves everything."
        ),
    ),
    (
        "behavioral-failure",
        (
            "I always give my best and I see every failure as a chance to grow. Failing is part of "
            "success."
        ),
    ),
    (
        "behavioral-achievement",
        (
            "I am very hard-working and responsible. I always finish what I start and my colleagues like "
            "working with me. Results matter to me."
        ),
    ),
    (
        "behavioral-explaining",
        "I am good at explaining things. You should use simple words and be patient with people.",
    ),
    (
        "behavioral-missed-deadline",
        (
            "Deadlines are very important to me. I always plan well and communicate early so that this "
            "does not happen."
        ),
    ),
    (
        "behavioral-mediating",
        (
            "Good teamwork needs trust. I am fair to everybody, I listen well, and people know that they "
            "can count on me in any dispute."
        ),
    ),
    (
        "behavioral-angry-customer",
        "The customer is king. I am always friendly and patient, and I never lose my temper.",
    ),
    (
        "behavioral-priorities",
        (
            "I am very organised and good at multitasking. I always set priorities and work well under "
            "pressure."
        ),
    ),
    (
        "behavioral-quick-learning",
        (
            "I am a fast learner and I love new things. I can pick up anything quickly because I am "
            "curious."
        ),
    ),
    (
        "behavioral-mentoring",
        (
            "I like helping others and I believe everybody has potential. A good leader motivates people "
            "and is a role model."
        ),
    ),
)
