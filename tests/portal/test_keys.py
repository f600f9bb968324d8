from portal.keys import local_secret


def test_the_key_is_made_once_and_is_long(tmp_path):
    key = local_secret(tmp_path)
    assert len(key) >= 50
    assert local_secret(tmp_path) == key


def test_two_machines_have_two_keys(tmp_path):
    folders = [tmp_path / name for name in ("one", "two")]
    for folder in folders:
        folder.mkdir()
    assert local_secret(folders[0]) != local_secret(folders[1])
