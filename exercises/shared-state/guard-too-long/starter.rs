use std::sync::Mutex;

fn main() {
    let lock = Mutex::new(1);
    let guard = lock.lock().unwrap();
    println!("{}", lock.try_lock().is_ok());
    drop(guard);
    let copy = *lock.lock().unwrap();
    println!("{} {copy}", lock.try_lock().is_ok());
    {
        let _guard = lock.lock().unwrap();
        println!("{}", lock.try_lock().is_ok());
    }
    *lock.lock().unwrap() += 1;
    println!("{}", lock.lock().unwrap());
}
