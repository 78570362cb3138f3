from web import abort

STAFF = "staff"
