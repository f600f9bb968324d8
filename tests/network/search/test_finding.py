import pytest

from network.search.finding import How, find

# query -> the organizations that must be found, the best first ("…" = more may follow).
AS_WRITTEN = {
    "a word inside a Thai run": ("ประชาสังคม", ["capital"]),
    "the end of a name": ("ชายแดน", ["tak"]),
    "without tone marks": ("แมนำโขง", ["nong-khai"]),
    "without thanthakhat": ("อนุรักษปลา", ["ubon"]),
    "Arabic digits for Thai": ("หมู่ 7", ["moo-7"]),
    "Thai digits for Thai": ("๒๕๖๐", ["fund-2560"]),
    "Arabic digits in a year": ("2560", ["fund-2560"]),
    "a province in English": ("Phetchabun", ["phetchabun"]),
    "a province in lower case": ("songkhla", ["songkhla"]),
    "a province romanized otherwise": ("Petchaburi", ["phet", "phetchaburi-salt"]),
    "a province with its word": ("จังหวัดตาก", ["tak", "dried"]),
    "a short province before a longer word": ("ตาก", ["tak", "dried"]),
    "a short province before other text": ("แพร่", ["phrae", "phrae-news"]),
    "a province by an old name": ("โคราช", ["korat", "phrae-news"]),
    "an abbreviation with dots": ("คปม.", ["capital"]),
    "an abbreviation without dots": ("มพส", ["wellbeing"]),
    "a known abbreviation": ("สสส.", ["thaihealth"]),
    "a known abbreviation in full": ("สถาบันพัฒนาองค์กรชุมชน", ["codi-friends"]),
    "Bangkok by its abbreviation": ("กทม. คนพิการ", ["disabled"]),
    "words of the work": ("ทุเรียน", ["chanthaburi"]),
    "two words in any order": ("เยาวชน เชียงใหม่", ["chiang-mai-youth"]),
    "two words, the other way round": ("เชียงใหม่ เยาวชน", ["chiang-mai-youth"]),
    "Thai and English together": ("Network สงขลา", ["songkhla"]),
    "English in capitals": ("MEKONG", ["nong-khai"]),
    "a part of an English word": ("lacquer", ["culture"]),
    "a doubled vowel typed once": ("เเม่น้ำกก", ["chiang-rai"]),
    "spaces inside a name": ("รัก เมืองเพชร", ["phet"]),
    "a number with a point": ("pm2.5", ["chiang-mai-smoke"]),
}
ON_THE_OTHER_KEYBOARD = {
    "Thai typed as English": ("xit=kly'8,", "ประชาสังคม", "capital"),
    "a province typed as English": ("l'-]k", "สงขลา", "songkhla"),
    "an English word typed as Thai": ("ทำานืเ", "mekong", "nong-khai"),
}
WITHOUT_SPACES = {
    "a legal form and a province": ("มูลนิธิภูเก็ต", ["phuket"]),
    "a sentence": ("ดูแลป่าต้นน้ำเพชรบูรณ์", ["phetchabun"]),
}
SPELLED_ALIKE = {
    "a wrong vowel": ("เชียงไหม่", "chiang-mai"),
    "a wrong consonant": ("สมาคมหยาดฟน", "trang"),
    "a letter too few in English": ("Songkla citizns", "songkhla"),
    "letters swapped": ("อันดามันยั่งยนื", "phuket"),
    "a letter doubled in a long name": ("เครือข่ายเฝ้าระวังมลพิิษษ", "rayong"),
    "two letters of a province swapped": ("เพรชบูรณ์", "phetchabun"),
}


def slugs(found):
    return [organization.entry.slug for organization in found.rows.select_related("entry")]


@pytest.mark.parametrize(("query", "expected"), AS_WRITTEN.values(), ids=AS_WRITTEN.keys())
def test_what_is_written_is_found_best_first(names, query, expected):
    found = find(names, query)
    assert found.how is How.WRITTEN
    assert slugs(found)[: len(expected)] == expected


@pytest.mark.parametrize("case", ["a word inside a Thai run", "Arabic digits for Thai", "a part of an English word"])
def test_what_does_not_match_is_left_out(names, case):
    query, expected = AS_WRITTEN[case]
    assert slugs(find(names, query)) == expected


@pytest.mark.parametrize(("query", "text", "slug"), ON_THE_OTHER_KEYBOARD.values(), ids=ON_THE_OTHER_KEYBOARD.keys())
def test_the_wrong_keyboard_is_repaired(names, query, text, slug):
    found = find(names, query)
    assert (found.how, found.text) == (How.KEYBOARD, text)
    assert slug in slugs(found)


@pytest.mark.parametrize(("query", "expected"), WITHOUT_SPACES.values(), ids=WITHOUT_SPACES.keys())
def test_words_that_stand_apart_are_found_together(names, query, expected):
    found = find(names, query)
    assert found.how is How.WORDS
    assert slugs(found) == expected


@pytest.mark.parametrize(("query", "start"), SPELLED_ALIKE.values(), ids=SPELLED_ALIKE.keys())
def test_a_slip_finds_what_is_spelled_alike(names, query, start):
    found = find(names, query)
    assert found.how is How.ALIKE
    assert slugs(found)[0].startswith(start)


def test_the_right_spelling_is_never_drowned_by_likenesses(names):
    assert find(names, "เชียงใหม่").how is How.WRITTEN
    assert {s[:10] for s in slugs(find(names, "เชียงใหม่"))} == {"chiang-mai"}


@pytest.mark.parametrize("query", ["ฮฮฮฮฮฮฮฮ", "zzqqxxjj", "%", "_", "%%%%", "!?", "กกก\x00%_\\'\"", "zq" * 5_000])
def test_nonsense_finds_nothing(names, query):
    found = find(names, query)
    assert found.how is How.NOTHING
    assert slugs(found) == []


@pytest.mark.parametrize("query", ["", "   ", "\t\n"])
def test_nothing_typed_shows_everything(names, query):
    assert find(names, query).how is How.EVERYTHING
    assert find(names, query).rows.count() == 40


@pytest.mark.parametrize("query", ["ประชา\x00สังคม", "ประชา\u200bสังคม"])
def test_invisible_characters_do_no_harm(names, query):
    assert find(names, query).how in (How.WRITTEN, How.NOTHING)


def test_a_wildcard_is_a_letter_like_any_other(names):
    assert slugs(find(names, "100%")) == []


def test_only_the_given_rows_are_searched(names):
    assert find(names.in_province("TH-50"), "ประชาสังคม").how is How.NOTHING


def test_search_says_nothing_of_contacts(names):
    organization = names.first()
    organization.phone, organization.leader_name = "032 400 000", "ครูใหญ่ใจดี"
    organization.save()
    assert find(names, "ครูใหญ่ใจดี").how is How.NOTHING
    assert find(names, "032400000").how is How.NOTHING


@pytest.mark.parametrize(("query", "queries"), [("ประชาสังคม", 2), ("xit=kly'8,", 3), ("เชียงไหม่", 4)])
def test_finding_costs_the_same_however_many_there_are(names, django_assert_num_queries, query, queries):
    with django_assert_num_queries(queries):
        list(find(names, query).rows)
