pub fn path(folder: &str, file: &str) -> String {
    let folder = folder.trim_end_matches('/');
    folder.to_owned() + file
}
