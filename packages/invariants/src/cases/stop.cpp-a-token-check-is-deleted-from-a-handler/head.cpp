#include "httplib.h"

void install(httplib::Server &server, Users &users) {
  server.Delete("/users/:id", [&](const httplib::Request &req, httplib::Response &res) {
    auto session = users.session(req.get_header_value("Authorization"));
    users.remove(req.path_params.at("id"));
    res.status = 204;
  });
}
