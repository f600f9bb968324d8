"""The paper forms that are being entered, and the way to a new one."""

from django.core.paginator import Paginator
from django.db.models import F, QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from network.actions import file_paper
from network.enums import ApplicationKind
from network.models import MembershipApplication
from network.views.desk.rows import paper_row
from network.views.paper.door import crumbs, for_filers
from portal.requests import SignedInRequest

ON_A_PAGE = 20


@require_http_methods(["GET", "HEAD", "POST"])
@for_filers
def papers(request: SignedInRequest) -> HttpResponse:
    """GET lists them, POST with `kind` begins one."""
    if request.method == "POST":
        if request.POST.get("kind") not in ApplicationKind.values:
            raise Http404
        paper = file_paper(ApplicationKind(request.POST["kind"]), by=request.user)
        return redirect("network_paper:form", token=paper.token)
    page = Paginator(kept_by(request.user), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "kinds": ApplicationKind,
        "rows": [paper_row(paper, silent_days=0) for paper in page],
        "page": page,
        "breadcrumbs": crumbs(request),
    }
    return render(request, "network/paper/list.html", context)


def kept_by(user) -> QuerySet[MembershipApplication]:
    """Those that are not yet the organization's own; what still has to be sent comes first."""
    rows = MembershipApplication.objects.on_paper_with(user).open().select_related("province", "filed_by")
    return rows.order_by(F("submitted_at").desc(nulls_first=True), "-changed_at", "pk")
