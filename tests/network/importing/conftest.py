"""Places as the country has them, without a database; rows read as the import reads them."""

import geothai
import pytest

from network import reference
from network.importing.cleaning import Known, Tiers
from network.importing.places import Place, Places
from network.importing.reading import Reading
from network.models import Province
from portal.thai.provinces import all_provinces
from portal.thai.text import fold


@pytest.fixture(scope="session")
def places():
    provinces = [
        Province(
            code=facts.code, name=facts.name, name_en=facts.name_en, slug=facts.slug, aliases="\n".join(facts.aliases)
        )
        for facts in all_provinces()
    ]
    districts = [
        d for province in geothai.provinces() for d in map(reference._district, geothai.districts(province.code))
    ]
    subdistricts = [s for d in districts for s in map(reference._subdistrict, geothai.subdistricts(d["code"]))]
    return Places(
        provinces,
        [Place(d["code"], d["name"], d["name_en"], d["province_id"]) for d in districts],
        [Place(s["code"], s["name"], s["name_en"], s["district_id"], s["postal_code"]) for s in subdistricts],
    )


@pytest.fixture(scope="session")
def known(places):
    issues = {fold(name): 7 for name in ("สุขภาพ", "Health")} | {fold("เด็ก"): 3}
    return Known(places, issues, Tiers({fold("สมาชิกระดับประเทศ"): "national"}, {"national": 24}))


@pytest.fixture
def row():
    """A row of these cells."""

    def of(**cells):
        return Reading(12, cells)

    return of


def problems(remarks):
    return [str(remark.problem) for remark in remarks]
