SELECT alphaforge_refresh_dashboard()
