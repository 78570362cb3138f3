grpc::Status Vault::Read(grpc::ServerContext *context, const ReadRequest *request, ReadReply *reply) {
  const auto identity = context->auth_context()->GetPeerIdentityPropertyName();
  if (!acl_.allows(identity, request->key())) {
    return grpc::Status(grpc::StatusCode::PERMISSION_DENIED, "no");
  }
  reply->set_value(store_.get(request->key()));
  return grpc::Status::OK;
}
