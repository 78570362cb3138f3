resource "aws_s3_bucket_acl" "site" {
  #trivy:ignore:AVD-AWS-0092
  acl = "public-read"
}
