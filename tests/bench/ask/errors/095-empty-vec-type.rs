fn main() {
    let mut backlog = Vec::new();
    println!("{} tasks", backlog.len());
    backlog.clear();
}
