//! Documents by digest in a bucket of an S3-compatible object store.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use object_store::aws::{AmazonS3Builder, S3ConditionalPut};
use object_store::path::Path;
use object_store::{
    BackoffConfig, ClientOptions, Error, ObjectStore, ObjectStoreExt, PutMode, PutOptions, PutPayload,
    RetryConfig,
};
use proofmark_facts::{KeepError, Sha256};
use proofmark_text::text;
use tokio::runtime::{Builder, Runtime};
use tokio::task::JoinSet;

use super::s3_address::S3Address;
use crate::error;

/// How long a connection may take.
const CONNECT: Duration = Duration::from_secs(5);

/// How long one request may take, where the address says nothing else.
const REQUEST: Duration = Duration::from_mins(2);

/// How long a server may say nothing in the middle of an answer.
const SILENCE: Duration = Duration::from_secs(20);

/// How often a request that failed in passing is made again, and for how long at most.
const RETRIES: usize = 4;
const RETRY_FOR: Duration = Duration::from_mins(1);

/// How many documents are sent at once.
const AT_ONCE: usize = 8;

/// A bucket. Its documents are named `ab/abcdef…` like the files of a directory, so that one can be copied to the other.
pub(crate) struct Bucket {
    objects: Arc<dyn ObjectStore>,
    runtime: Runtime,
    prefix: String,
    shown: String,
    first: PutMode,
}

impl Bucket {
    /// Makes ready to speak with the bucket; nothing is sent yet.
    pub(crate) fn open(address: &S3Address) -> Result<Self, KeepError> {
        let shown = address.shown();
        let objects = builder(address).build().map_err(|e| refused(&shown, &e))?;
        // Everything here waits: one thread drives the requests while the caller waits for them.
        let runtime = Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|e| error::hindrance(text!("store-bucket", bucket = &shown, error = e.to_string())))?;
        let first = if address.unconditional { PutMode::Overwrite } else { PutMode::Create };
        Ok(Self { objects: Arc::new(objects), runtime, prefix: address.prefix.clone(), shown, first })
    }

    /// Sends these documents, several at once.
    pub(crate) fn put_all(&self, documents: &[(Sha256, &[u8])]) -> Result<(), KeepError> {
        for some in documents.chunks(AT_ONCE) {
            let mut sending = JoinSet::new();
            let handle = self.runtime.handle();
            for (digest, bytes) in some {
                let (objects, path) = (Arc::clone(&self.objects), self.path(digest));
                let payload = PutPayload::from(bytes.to_vec());
                let length = bytes.len() as u64;
                sending.spawn_on(put(objects, path, payload, length, self.first.clone()), handle);
            }
            while let Some(sent) = self.runtime.block_on(sending.join_next()) {
                match sent {
                    Ok(sent) => sent.map_err(|e| refused(&self.shown, &e))?,
                    Err(e) => {
                        let says = text!("store-bucket", bucket = &self.shown, error = e.to_string());
                        return Err(error::hindrance(says));
                    }
                }
            }
        }
        Ok(())
    }

    /// The bytes that lie under this digest.
    pub(crate) fn get(&self, digest: &Sha256) -> Result<Option<Vec<u8>>, KeepError> {
        let path = self.path(digest);
        let read = async { self.objects.get(&path).await?.bytes().await };
        match self.runtime.block_on(read) {
            Ok(bytes) => Ok(Some(bytes.into())),
            Err(Error::NotFound { .. }) => Ok(None),
            Err(e) => Err(refused(&self.shown, &e)),
        }
    }

    fn path(&self, digest: &Sha256) -> Path {
        let name = digest.to_string();
        Path::from(format!("{}{}/{name}", self.prefix, &name[..2]))
    }
}

impl fmt::Debug for Bucket {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Bucket").field("bucket", &self.shown).finish_non_exhaustive()
    }
}

/// Sends a document unless one of its length is there already; one cut short is written anew.
async fn put(
    objects: Arc<dyn ObjectStore>,
    path: Path,
    payload: PutPayload,
    length: u64,
    first: PutMode,
) -> Result<(), Error> {
    let mode = match objects.head(&path).await {
        Ok(found) if found.size == length => return Ok(()),
        Ok(_) => PutMode::Overwrite,
        Err(Error::NotFound { .. }) => first,
        Err(e) => return Err(e),
    };
    match objects.put_opts(&path, payload, PutOptions::from(mode)).await {
        // Somebody else was quicker with the same document.
        Ok(_) | Err(Error::AlreadyExists { .. }) => Ok(()),
        Err(e) => Err(e),
    }
}

fn builder(address: &S3Address) -> AmazonS3Builder {
    let timeout = address.timeout.unwrap_or(REQUEST);
    let client = ClientOptions::new()
        .with_connect_timeout(CONNECT.min(timeout))
        .with_timeout(timeout)
        .with_read_timeout(SILENCE.min(timeout))
        .with_allow_http(address.plain);
    let retry = RetryConfig {
        max_retries: RETRIES,
        retry_timeout: RETRY_FOR.min(timeout),
        backoff: BackoffConfig { init_backoff: Duration::from_millis(100), ..BackoffConfig::default() },
    };
    let mut builder = AmazonS3Builder::from_env()
        .with_client_options(client)
        .with_retry(retry)
        .with_conditional_put(S3ConditionalPut::ETagMatch)
        .with_virtual_hosted_style_request(!address.path_style)
        .with_bucket_name(&address.bucket);
    if let Some(endpoint) = &address.endpoint {
        builder = builder.with_endpoint(endpoint);
    }
    if let Some(region) = &address.region {
        builder = builder.with_region(region);
    }
    if let Some((key, secret)) = &address.keys {
        builder = builder.with_access_key_id(key).with_secret_access_key(secret);
    }
    builder
}

fn refused(bucket: &str, error: &Error) -> KeepError {
    error::hindrance(text!("store-bucket", bucket = bucket, error = error.to_string()))
}
