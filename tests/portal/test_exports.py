from portal.viewsets.exports import exported_list


def test_a_list_is_named_in_the_log_even_when_its_plugin_has_gone():
    assert exported_list("portal.user") != "portal.user"
    assert exported_list("gone.thing") == "gone.thing"
