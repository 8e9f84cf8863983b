fn main() {
    let mut counter = 41;
    let p = &mut counter as *mut i32;

    *p += 1;

    println!("counter is {counter}");
    let numbers = [10, 20, 30];
    let q = numbers.as_ptr();
    let second = unsafe { *q.add(1) };
    println!("second is {second}");
}
