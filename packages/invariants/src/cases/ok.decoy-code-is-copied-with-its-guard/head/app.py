from body import read_body
