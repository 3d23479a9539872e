"""Addresses of priorities."""

from __future__ import annotations

from django.urls import path

from suivi.priorities.views import filling, joint, overview, preparing

app_name = "priorities"
urlpatterns = [
    path("", overview.priorities, name="priorities"),
    path("prepare/", preparing.prepare, name="prepare"),
    path("joint/add/", joint.add, name="add_priority"),
    path("joint/<str:thing>/", joint.change, name="change_priority"),
    path("joint/<str:thing>/remove/", joint.remove, name="remove_priority"),
    path("joint/<str:thing>/put-back/", joint.put_back, name="put_back_priority"),
    path("<str:thing>/", overview.exercise, name="exercise"),
    path("<str:thing>/change/", preparing.change, name="change"),
    path("<str:thing>/criteria/", preparing.criteria, name="criteria"),
    path("<str:thing>/discard/", preparing.discard, name="discard"),
    path("<str:thing>/open/", preparing.open_it, name="open"),
    path("<str:thing>/close/", preparing.close, name="close"),
    path("<str:thing>/reopen/", preparing.reopen, name="reopen"),
    path("<str:thing>/take-over/", preparing.take, name="take_over"),
    path("<str:thing>/undo/", preparing.undo, name="undo"),
    path("<str:thing>/sheet/", filling.sheet, name="sheet"),
    path("<str:thing>/sheet/<int:place>/", filling.one, name="one"),
    path("<str:thing>/picture.<str:form>", overview.picture, name="picture"),
]
