"""The signs of a letter, filled in without looking anything up."""

import pytest

from portal.letters.writing import blocks, filled, loose_brace, one_line, unknown

VALUES = {"name": "สมาคม", "none": "", "link": "https://portal.example/1/", "long": "one\ntwo"}


def parts(body, links=("link",)):
    return [(block.kind, block.lines, block.url) for block in blocks(body, VALUES, links)]


def test_empty_lines_part_paragraphs_and_single_breaks_stay():
    assert parts("\na {name}\nb\n \n\nc\n") == [("paragraph", ["a สมาคม", "b"], ""), ("paragraph", ["c"], "")]


def test_lists_and_quotations_begin_with_a_sign():
    assert parts("told:\n- one\n- {name}\n> {long}") == [
        ("paragraph", ["told:"], ""),
        ("list", ["one", "สมาคม"], ""),
        ("quote", ["one\ntwo"], ""),
    ]


@pytest.mark.parametrize(
    ("line", "label"),
    [("See it: {link}", ["See it"]), ("{link}", []), ("{ link }", []), ("ดู {name}  {link}", ["ดู สมาคม"])],
)
def test_a_link_on_its_own_line_takes_the_words_before_it(line, label):
    assert parts(line) == [("link", label, "https://portal.example/1/")]


def test_a_link_in_a_sentence_or_of_another_kind_stays_text():
    assert parts("see {link} now")[0][0] == "paragraph"
    assert parts("see: {link}", links=())[0][0] == "paragraph"


@pytest.mark.parametrize("value", ["javascript:alert(1)", "data:text/html,x", "/relative/"])
def test_only_web_addresses_become_links(value):
    assert blocks("Go: {link}", {"link": value}, {"link"})[0].kind == "paragraph"


def test_a_line_that_has_nothing_to_tell_is_left_out():
    assert parts("Reason: {none}\nNamed: {name} {none}\n\n{none}") == [("paragraph", ["Named: สมาคม "], "")]


def test_what_announces_nothing_is_left_out_with_it():
    assert parts("Go on.\nThey wrote:\n> {none}\nThen:\n> {name}") == [
        ("paragraph", ["Go on.", "Then:"], ""),
        ("quote", ["สมาคม"], ""),
    ]
    assert parts("They wrote:\n\n{none}") == [("paragraph", ["They wrote:"], "")]


def test_as_text_each_line_keeps_its_sign_and_a_link_its_address():
    told = [str(block) for block in blocks("> {long}\n- a\nGo: {link}\n{link}", VALUES, {"link"})]
    assert told == ["> one\n> two", "- a", "Go:\nhttps://portal.example/1/", "https://portal.example/1/"]


@pytest.mark.parametrize("value", ["{link}", "{0.__class__}", "- a\n> b", "%(name)s", "{{ name }}", "\\1"])
def test_what_people_type_is_never_read_as_a_sign(value):
    assert filled("a {name}", {"name": value, "link": "secret"}) == f"a {value}"
    assert [block.kind for block in blocks("x {name}", {"name": value}, set())] == ["paragraph"]


def test_unknown_names_are_told_once_in_their_order():
    assert unknown("{b} {name} {a} {b}", VALUES) == ["b", "a"]


@pytest.mark.parametrize("text", ["{name", "name}", "{name.x}", "{}", "{na me}", "{name!r}", "{{name}}"])
def test_a_loose_brace_is_noticed(text):
    assert loose_brace(text)
    assert not loose_brace("{name} and { name }")


def test_a_subject_stays_on_one_line():
    assert one_line("{a}\r\n {b}", {"a": "x\nBcc: y@example.org", "b": "z"}) == "x Bcc: y@example.org z"
