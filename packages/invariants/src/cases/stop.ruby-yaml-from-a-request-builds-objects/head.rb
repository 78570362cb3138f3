require "sinatra/base"
require "yaml"

class Settings < Sinatra::Base
  put "/settings" do
    halt 401 unless session[:user_id]
    settings = YAML.unsafe_load(request.body.read)
    Store.save(session[:user_id], settings)
    status 204
  end
end
