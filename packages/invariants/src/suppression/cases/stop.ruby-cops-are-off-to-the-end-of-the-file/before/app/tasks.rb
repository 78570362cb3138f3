def run(name)
  system("rake #{name}")
end
