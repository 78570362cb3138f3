require "sinatra/base"
require "yaml"

class Settings < Sinatra::Base
  put "/settings" do
    halt 401 unless session[:user_id]
    settings = YAML.safe_load(request.body.read, permitted_classes: [Date])
    Store.save(session[:user_id], settings)
    status 204
  end
end
