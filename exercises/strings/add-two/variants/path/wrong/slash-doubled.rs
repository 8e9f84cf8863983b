pub fn path(folder: &str, file: &str) -> String {
    let folder = folder;
    folder.to_owned() + "/" + file
}
