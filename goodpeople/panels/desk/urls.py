app_name = "panel_desk"
urlpatterns = []
