"""The desk's first page: what waits in the coordinator's provinces."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_safe

from network.models import MembershipSettings
from network.views.desk.door import Desk, behind_the_desk, centres_of, crumbs, desk_of
from network.views.desk.groups import GROUPS, Group, by_name, group_called
from portal.hooks import answers

ON_A_PAGE = 20


@require_safe
@behind_the_desk
def board(request: HttpRequest) -> HttpResponse:
    """One list at a time, the others as counted links; at the end what other apps add."""
    desk, group = desk_of(request), group_called(request.GET.get("show", ""))
    rows = group.rows(request.user, desk)
    order = "name" if request.GET.get("order") == "name" else ""
    in_order = by_name(rows) if order else rows
    sections = (s for s in answers("register_desk_sections", request, desk.provinces) if s)
    page = Paginator(in_order, ON_A_PAGE).get_page(request.GET.get("page"))
    silent_days = MembershipSettings.load().silent_days
    context = {
        "desk": desk,
        "centres": centres_of(desk),
        "group": group,
        "tabs": tabs(request, desk, group),
        "provinces": province_links(request, desk),
        "page": page,
        "rows": [group.line(row, silent_days) for row in page],
        "order": order,
        "order_url": address(desk, show=group.name, order="" if order else "name"),
        "sections": sorted(sections, key=lambda s: s.order),
        "breadcrumbs": crumbs(),
    }
    return render(request, "network/desk/board.html", context)


def tabs(request: HttpRequest, desk: Desk, current: Group) -> list[dict]:
    """[{label, url, count, current}], one for each list."""
    return [
        {
            "label": group.label,
            "url": address(desk, show=group.name),
            "count": group.rows(request.user, desk).count(),
            "current": group is current,
        }
        for group in GROUPS
    ]


def province_links(request: HttpRequest, desk: Desk) -> list[dict]:
    """[{label, url, current}]; empty for whoever serves one province."""
    if len(desk.served) < 2:
        return []
    show = request.GET.get("show", "")
    return [
        {"label": province, "url": address(Desk(desk.served, province), show=show), "current": province == desk.chosen}
        for province in desk.served
    ]


def address(desk: Desk, **params: str) -> str:
    """The board's own address with these parameters and the chosen province."""
    query = QueryDict(mutable=True)
    query.update({name: value for name, value in params.items() if value})
    if desk.chosen:
        query["province"] = desk.chosen.slug
    return f"?{query.urlencode()}"
