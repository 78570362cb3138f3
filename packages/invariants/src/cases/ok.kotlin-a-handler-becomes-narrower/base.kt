package shop.tokens

import java.security.GeneralSecurityException
import org.slf4j.LoggerFactory

class TokenReader(private val keys: Keys, private val clock: Clock) {
  private val logger = LoggerFactory.getLogger(TokenReader::class.java)

  fun read(text: String): Token {
    val (header, payload, tag) = text.split('.')
    try {
      keys.verify(header, payload, tag)
    } catch (e: Exception) {
      logger.warn("bad tag", e)
      throw InvalidToken("tag", e)
    }
    val token = decode(payload)
    when {
      token.expires < clock.now() -> throw InvalidToken("expired")
      token.issuer !in keys.issuers -> throw InvalidToken("issuer")
    }
    return token
  }
}
