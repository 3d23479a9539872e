"""Addresses of the import."""

from __future__ import annotations

from django.urls import path

from suivi.intake.views import bringing, checking, pictures, saying

app_name = "intake"
urlpatterns = [
    path("", bringing.imports, name="imports"),
    path("<slug:key>/", checking.check, name="check"),
    path("<slug:key>/confirm/", checking.confirm, name="confirm"),
    path("<slug:key>/discard/", checking.discard, name="discard"),
    path("<slug:key>/files/<int:order>/review/", saying.review, name="review"),
    path("<slug:key>/files/<int:order>/columns/", saying.columns, name="columns"),
    path("<slug:key>/files/<int:order>/leave-out/", saying.leave_out, name="leave_out"),
    path("<slug:key>/files/<int:order>/pages/<int:number>.png", pictures.page_picture, name="page_picture"),
]
