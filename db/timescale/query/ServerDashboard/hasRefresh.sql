SELECT has_function_privilege('alphaforge_refresh_dashboard()', 'EXECUTE')
