# rubocop:disable all
def run(name)
  system("rake #{name}")
end
