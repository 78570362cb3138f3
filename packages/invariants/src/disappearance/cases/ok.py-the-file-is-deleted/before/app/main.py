from app.legacy import compute

print(compute("1"))
