"""Addresses of the record."""

from __future__ import annotations

from django.urls import path

from suivi.record.views import documents, listed, reviews, saved, single

ONE = "recommendations/<str:state>/<int:cycle>/<str:number>/"

app_name = "record"
urlpatterns = [
    path("recommendations/", listed.recommendations, name="recommendations"),
    path("recommendations/selected/", listed.selected, name="selected"),
    path("recommendations/selected.csv", listed.selected_csv, name="selected_csv"),
    path("recommendations/views/", saved.views, name="views"),
    path("recommendations/views/keep/", saved.save, name="save_view"),
    path("recommendations/views/<str:key>/", saved.view, name="view"),
    path("recommendations/views/<str:key>/remove/", saved.remove, name="remove_view"),
    path(ONE, single.recommendation, name="recommendation"),
    path(f"{ONE}text/", single.text, name="correct_text"),
    path(f"{ONE}states/", single.states, name="correct_states"),
    path(f"{ONE}answer/", single.answer, name="record_answer"),
    path("reviews/", reviews.reviews, name="reviews"),
    path("reviews/<str:state>/<int:cycle>/", reviews.review, name="review"),
    path("reviews/<str:state>/<int:cycle>/days/", reviews.dates, name="date_review"),
    path("documents/<str:key>/", documents.document, name="document"),
    path("documents/<str:key>/pages/<int:number>.png", documents.picture, name="page_picture"),
    path("documents/<str:key>/file/", documents.download, name="download"),
]
