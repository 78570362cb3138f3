#include <pqxx/pqxx>

pqxx::result Orders::of(pqxx::work &work, const std::string &customer) {
  if (customer.size() > 64) {
    throw std::invalid_argument("customer");
  }
  return work.exec_params("SELECT id, total FROM orders WHERE customer = $1", customer);
}
