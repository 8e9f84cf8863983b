fn main() {
    let mut queue = vec!["wash", "dry", "iron"];
    queue.append("fold");
    let next = queue.remove(0);
    println!("{next}, then {} more", queue.len());
    queue.reverse();
    println!("{}", queue.join(" > "));
}
