#include "httplib.h"

void install(httplib::Server &server, Users &users) {
  server.Delete("/users/:id", [&](const httplib::Request &req, httplib::Response &res) {
    auto session = users.session(req.get_header_value("Authorization"));
    if (!session || !session->admin) {
      res.status = 403;
      return;
    }
    users.remove(req.path_params.at("id"));
    res.status = 204;
  });
}
