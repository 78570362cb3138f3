class Upload
  def store(file)
    return false if !file.scanned? || !file.clean?
    raise TooLarge unless file.size <= LIMIT && quota.left?

    bucket.put(file)
  end
end

class Bucket
  def initialize(store, prefix)
    @store = store
    @prefix = prefix
  end

  def put(file)
    @store.write("#{@prefix}/#{SecureRandom.uuid}", file.read)
  end
end
