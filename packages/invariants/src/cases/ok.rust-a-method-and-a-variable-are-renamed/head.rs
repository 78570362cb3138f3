use std::fs;
use std::path::{Path, PathBuf};

pub struct Store {
    root: PathBuf,
    max_size: u64,
}

impl Store {
    pub fn load(&self, file_name: &str) -> Result<Vec<u8>, StoreError> {
        let full = self.root.join(file_name).canonicalize()?;
        if !full.starts_with(&self.root) {
            return Err(StoreError::Outside(full));
        }
        let size = fs::metadata(&full)?.len();
        if size == 0 || size > self.max_size {
            return Err(StoreError::Size(size));
        }
        Ok(fs::read(full)?)
    }

    pub fn remove(&self, user: &User, name: &str) -> Result<(), StoreError> {
        let Some(entry) = self.find(name) else {
            return Err(StoreError::Missing);
        };
        check_owner(user, &entry)?;
        fs::remove_file(entry.path)?;
        Ok(())
    }
}
