"""Stories from a field, a kitchen, a bus: without a word of the theme, and with what was asked for in them."""

from __future__ import annotations

import pytest

from interviewers.engines.builtin.reading.text import segments
from interviewers.engines.builtin.stories.shapes import has_shape
from interviewers.tests.bank_items import BANK, told

HONEST = {
    ("en", "behavioral-mistake"): (
        "We grow barley on forty hectares. Two springs ago I set the seed drill from memory instead of reading the chart "
        "and sowed at nearly double the rate. I saw it when the hopper ran empty with a third of the field still bare. I "
        "stopped, rang my brother, and told him what I'd done. We weighed what was left, bought eleven bags from a neighbour, "
        "and sowed the rest at the right rate. The thick part lodged in July and gave two tonnes less. Since then the chart "
        "is taped to the drill and I weigh the first bag on every field."
    ),
    ("en", "behavioral-missed-deadline"): (
        "I was building a clinker dinghy with three others for the village regatta on 14 August. In the middle of July I "
        "counted the planks: nine still to steam, and we were managing one an evening. That same night I phoned Alun, who "
        "had entered her, and said she would not float by the 14th at this pace. I offered him two ways: leave off the decking "
        "and race her open, or borrow his cousin's boat. He took the open one. I cut the decking from the list, and we steamed "
        "two planks an evening by heating both boxes. She went in on the 13th and leaked a little. Next time I'd count the "
        "planks in June."
    ),
    ("en", "behavioral-angry-customer"): (
        "I drive the 38. A man got on at the hospital and slammed his hand on the screen because three buses had gone past "
        "him full. I turned the engine down and said: 'Three in a row? In this rain? I'd be cross too.' He told me he'd missed "
        "his wife's visiting hour. I couldn't undo that, so I said so, but I radioed control with him standing there and asked "
        "for an extra bus at five. They sent one. He sat down behind me, and when he got off he nodded. Control has since put "
        "a second bus on at visiting time."
    ),
    ("en", "behavioral-bad-news"): (
        "During the recall I had to ring a man with twelve panels whose heating would be off for seven weeks. I had his "
        "readings in front of me, what he'd lose, about 340 euro, and what we'd pay. I said the worst first: seven weeks, "
        "off from today. Then I shut up. He shouted, and then asked who'd pay, and that I could answer. We rang within two "
        "days of getting the list."
    ),
    ("zh", "behavioral-conflict-peer"): (
        "楼下的老周要把单元门口的桂花树砍了停车，我想留着。他说他腿不好，车停远了走不动。我说树有二十年了，夏天都在底下乘凉。"
        "吵了两回没结果。我后来陪他走了一趟，看他从哪儿走到哪儿，一共一百二十步。我提议把门口那个放垃圾桶的位置挪开，车停那里，"
        "树不动。他量了量说行。垃圾桶我去找物业挪的，现在他车就停在门口，树也还在。"
    ),
    ("zh", "behavioral-taking-the-lead"): (
        "我们单元的楼道灯从秋天就黑着，房东不回话。我也不是什么楼长，就住三楼。有个星期天我敲了十二家的门，每家收二十块，登个"
        "名字，九家给了。一楼老吴是电工，我问他我买灯他装行不行。一个晚上就装好了。我把发票和十二个签名给了房东，二月份从房租里"
        "扣了。现在信箱边上有个盒子，专门放灯泡钱。"
    ),
}
ACHIEVEMENT = {
    "en": (
        "I'm proud of our stand at the county fair. I started in March, found eleven growers, built the shelves out of pallets "
        "and wrote a price card for each jar. On the day we sold 312 jars by three o'clock and took second prize. The year "
        "after we had twenty growers, and the fair gave us a bigger pitch by the gate."
    ),
    "zh": (
        "我最得意的是去年的年货集市。我三月就开始联系，找了十一家农户，用旧托盘钉了货架，每个罐子都写了价签。当天到下午三点卖了"
        "312罐，拿了二等奖。今年有二十家，主办方给了我们门口的大摊位。"
    ),
}
TURNS = ("mistake", "conflict-peer", "angry-customer", "mediating", "failure", "priorities")


@pytest.mark.parametrize(("language", "key"), HONEST)
def test_an_honest_story_in_words_of_its_own_is_heard(language: str, key: str) -> None:
    assert told(language, key, HONEST[language, key]).level >= 3


@pytest.mark.parametrize("language", ACHIEVEMENT)
@pytest.mark.parametrize("key", TURNS)
def test_what_went_well_from_the_start_has_no_turn(language: str, key: str) -> None:
    judgement = told(language, f"behavioral-{key}", ACHIEVEMENT[language])
    assert judgement.level <= 2


@pytest.mark.parametrize(("language", "key"), HONEST)
def test_without_what_was_done_about_it_nothing_has_a_shape(language: str, key: str) -> None:
    item = BANK[key]
    question = (item.zh if language == "zh" else item.en).text
    sentences = tuple(segment.folded for segment in segments(HONEST[language, key]))
    assert has_shape(question, sentences)
    assert not has_shape(question, sentences[:1])
    assert not has_shape(question, tuple(reversed(sentences[:2])))
