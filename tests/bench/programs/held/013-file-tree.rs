#[derive(Debug)]
struct Folder {
    name: String,
    parent: Option<Folder>,
}

fn path(folder: &Folder) -> String {
    match &folder.parent {
        Some(p) => format!("{}/{}", path(p), folder.name),
        None => folder.name.clone(),
    }
}

fn main() {
    let root = Folder { name: "home".into(), parent: None };
    let user = Folder { name: "kim".into(), parent: Some(root) };
    let docs = Folder { name: "docs".into(), parent: Some(user) };
    println!("{}", path(&docs));
}
