export function open(driver: Driver, name: string) {
  // @ts-ignore the types of the driver are old
  return driver.connect(name);
}
