fn main() {
    let mut walk = [3, 8, 5, 8].iter();
    println!("{:?}", walk.find(|n| **n > 4));
    println!("{:?}", walk.next());
    println!("{:?}", walk.position(|n| *n == 8));
    println!("{:?}", walk.next());
    println!(
        "{} {}",
        [2, 4].iter().all(|n| n % 2 == 0),
        [0; 0].iter().any(|_| true)
    );
    println!("{:?}", ["b", "a", "b"].iter().max());
    println!("{:?}", [1, 5, 2].iter().take_while(|n| **n < 3).count());
}
