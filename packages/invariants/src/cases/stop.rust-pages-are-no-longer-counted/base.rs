use anyhow::{ensure, Context, Result};
use std::process::Command;

pub fn render(name: &str, pages: usize) -> Result<Vec<u8>> {
    ensure!(pages > 0 && pages <= MAX_PAGES, "pages {pages}");
    let output = Command::new("wkhtmltopdf").arg("--").arg(name).output().context("run")?;
    ensure!(output.status.success(), "failed");
    Ok(output.stdout)
}

pub async fn find(pool: &PgPool, owner: &str) -> Result<Vec<Report>> {
    let rows = sqlx::query_as::<_, Report>("SELECT * FROM reports WHERE owner = $1")
        .bind(owner)
        .fetch_all(pool)
        .await?;
    Ok(rows)
}
