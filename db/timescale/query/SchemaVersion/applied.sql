SELECT version FROM alphaforge_schema_history WHERE success AND version IS NOT NULL
