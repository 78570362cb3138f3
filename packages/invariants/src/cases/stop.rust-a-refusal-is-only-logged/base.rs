use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};

pub async fn delete_user(
    State(app): State<App>,
    headers: HeaderMap,
    Path(id): Path<u64>,
) -> Result<StatusCode, StatusCode> {
    let Some(user) = app.sessions.user(&headers).await else {
        return Err(StatusCode::UNAUTHORIZED);
    };
    if user.role != Role::Admin {
        return Err(StatusCode::FORBIDDEN);
    }
    for held in app.holds(id).await {
        if held.is_legal() && !user.may_release {
            return Err(StatusCode::CONFLICT);
        }
        held.release().await;
    }
    app.users.delete(id).await.map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)?;
    Ok(StatusCode::NO_CONTENT)
}
