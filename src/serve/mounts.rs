//! Folders on other machines: the system tells only of what this machine changed in them, so they are looked at.

use std::path::Path;

/// File systems of other machines, by the names that Linux gives them.
const REMOTE: [&str; 12] = [
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "9p",
    "vboxsf",
    "fuse.sshfs",
    "fuse.rclone",
    "fuse.vmhgfs-fuse",
    "afs",
    "virtiofs",
];

/// The kind of another machine's file system that a folder lies on; `None` when it lies on this machine's, or nobody
/// can tell.
pub(super) fn remote(folder: &Path) -> Option<String> {
    let mounts = std::fs::read_to_string("/proc/self/mountinfo").ok()?;
    kind_of(folder, &mounts).filter(|kind| REMOTE.contains(kind)).map(str::to_owned)
}

/// The kind of the innermost mount that holds a folder; of two at one place the later one lies on top.
fn kind_of<'m>(folder: &Path, mounts: &'m str) -> Option<&'m str> {
    let mount = |line: &'m str| {
        let (place, kind) = line.split_once(" - ")?;
        // Spaces are written as `\040`.
        let at = place.split(' ').nth(4)?.replace("\\040", " ");
        folder.starts_with(&at).then(|| (at.len(), kind.split(' ').next().unwrap_or_default()))
    };
    mounts.lines().filter_map(mount).max_by_key(|(length, _)| *length).map(|(_, kind)| kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_innermost_mount_counts() {
        let mounts = "22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n\
            40 22 0:35 / /mnt/chia\\040sẻ rw - cifs //server/share rw,vers=3\n\
            41 40 8:2 / /mnt/chia\\040sẻ/local rw - ext4 /dev/sdb rw\n";
        let kind = |folder: &str| kind_of(Path::new(folder), mounts);
        assert_eq!(kind("/home/a"), Some("ext4"));
        assert_eq!(kind("/mnt/chia sẻ/cẩm nang"), Some("cifs"));
        assert_eq!(kind("/mnt/chia sẻ/local/x"), Some("ext4"));
        assert_eq!(kind("/mnt/chia"), Some("ext4"));
    }
}
