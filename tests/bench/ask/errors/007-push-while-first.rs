fn main() {
    let mut queue = vec!["Ana", "Boris"];
    let next = &queue[0];
    queue.push("Chloe");
    println!("now serving {next}, {} waiting", queue.len());
}
