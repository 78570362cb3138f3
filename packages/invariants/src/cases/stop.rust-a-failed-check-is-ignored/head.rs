use std::fs;
use std::path::{Path, PathBuf};

pub struct Store {
    root: PathBuf,
    max_size: u64,
}

impl Store {
    pub fn read(&self, name: &str) -> Result<Vec<u8>, StoreError> {
        let path = self.root.join(name).canonicalize()?;
        if !path.starts_with(&self.root) {
            return Err(StoreError::Outside(path));
        }
        let size = fs::metadata(&path)?.len();
        if size == 0 || size > self.max_size {
            return Err(StoreError::Size(size));
        }
        Ok(fs::read(path)?)
    }

    pub fn remove(&self, user: &User, name: &str) -> Result<(), StoreError> {
        let Some(entry) = self.find(name) else {
            return Err(StoreError::Missing);
        };
        check_owner(user, &entry).unwrap_or_default();
        fs::remove_file(entry.path)?;
        Ok(())
    }
}
