//! Asking, by lychee.
//!
//! Owns manners: how many requests run at once, in all and at one site, how long one may take, and how often it is
//! tried again. Requests that fail for now (429, a connection that broke) are tried again by lychee, later each time.

use std::sync::Arc;
use std::time::Duration;

use lychee_lib::{Client, ClientBuilder, ErrorKind, Status, ratelimit::RateLimitConfig};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use crate::base::Diagnostic;
use crate::check::external::{self, Answer};

/// Requests at once, in all and at one site.
const AT_ONCE: usize = 16;
const AT_ONE_SITE: usize = 2;
/// Between two requests to one site.
const INTERVAL: Duration = Duration::from_millis(100);
/// What one request may take.
const TIMEOUT: Duration = Duration::from_secs(20);
/// How often a request is tried again, and what lies before the first time.
const RETRIES: u64 = 2;
const WAIT: Duration = Duration::from_secs(1);

/// The answers, in the order of the addresses.
///
/// # Errors
/// When the system gives neither threads nor sockets to ask with.
pub(super) fn all(addresses: &[&str]) -> Result<Vec<Answer>, Diagnostic> {
    let unable = |error: &dyn std::fmt::Display| external::unable(&error.to_string());
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(|error| unable(&error))?;
    runtime.block_on(async {
        let client = Arc::new(client().map_err(|error| unable(&error))?);
        let turns = Arc::new(Semaphore::new(AT_ONCE));
        let mut tasks = JoinSet::new();
        for (place, address) in addresses.iter().map(|address| (*address).to_owned()).enumerate() {
            let (client, turns) = (Arc::clone(&client), Arc::clone(&turns));
            tasks.spawn(async move {
                let _turn = turns.acquire().await;
                (place, one(&client, &address).await)
            });
        }
        let mut answers = vec![Answer::Late; addresses.len()];
        while let Some(done) = tasks.join_next().await {
            if let Ok((place, answer)) = done
                && let Some(slot) = answers.get_mut(place)
            {
                *slot = answer;
            }
        }
        Ok(answers)
    })
}

fn client() -> lychee_lib::Result<Client> {
    ClientBuilder::builder()
        .user_agent(format!("camnang/{} (link check)", env!("CARGO_PKG_VERSION")))
        .timeout(TIMEOUT)
        .max_retries(RETRIES)
        .retry_wait_time(WAIT)
        .rate_limit_config(RateLimitConfig { concurrency: AT_ONE_SITE, request_interval: INTERVAL })
        .build()
        .client()
}

async fn one(client: &Client, address: &str) -> Answer {
    match client.check(address).await {
        Ok(response) => answer(response.status()),
        Err(error) => Answer::Unreachable(error.to_string()),
    }
}

fn answer(status: &Status) -> Answer {
    match status {
        Status::Timeout(_) => Answer::Late,
        Status::Error(ErrorKind::NetworkRequest(error)) if error.is_timeout() => Answer::Late,
        other => match other.code().map(|code| code.as_u16()) {
            Some(200..=299) => Answer::Well,
            Some(gone @ (404 | 410)) => Answer::Gone(gone),
            Some(refused) => Answer::Refused(refused),
            None if other.is_success() || other.is_excluded() => Answer::Well,
            None => Answer::Unreachable(other.details()),
        },
    }
}
